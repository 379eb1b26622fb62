"""For whom a change of rules changes what, over every case at once."""
