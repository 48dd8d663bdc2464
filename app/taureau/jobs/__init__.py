"""Runs of many photos and prompts: jobs, the queue that keeps them, and what draws them; no Qt."""
