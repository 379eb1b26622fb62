"""One case at a time: the meaning of rules, and the working that leads to an answer."""
