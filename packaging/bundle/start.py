"""Where the bundle starts: a worker process of a batch, or the program."""

import multiprocessing

from taureau.__main__ import program

if __name__ == "__main__":
    multiprocessing.freeze_support()
    program()
