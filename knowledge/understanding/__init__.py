"""From a typed utterance to a :class:`~knowledge.understanding.question.Question`."""
