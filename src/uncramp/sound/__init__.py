"""What is heard in a session: tones and voice, which listen to its events and can neither delay nor end it."""
