"""What runs in the lane's own interpreter: it knows of one snippet at a time, and imports little."""
