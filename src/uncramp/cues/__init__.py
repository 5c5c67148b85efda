"""What is heard for an event. A cue only listens, and is never the only channel."""
