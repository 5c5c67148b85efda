"""What is kept on disk, and how it gets there whole."""
