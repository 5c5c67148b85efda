"""The shipped figures, each in a module of its own."""
