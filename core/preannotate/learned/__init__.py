"""What a project taught, applied to what the shipped rules and models propose."""
