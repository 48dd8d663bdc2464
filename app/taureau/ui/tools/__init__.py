"""The tools: what mouse and keys do on the sheet."""
