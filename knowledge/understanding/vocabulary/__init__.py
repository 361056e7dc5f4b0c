"""What is known of words before any is read: the language tables, and what is made of them."""
