"""What is asked of what was named: the parts that a question is composed of."""
