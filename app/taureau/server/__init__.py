"""The server for other programs on this machine: jobs in, events and drawings out, over HTTP on loopback."""
