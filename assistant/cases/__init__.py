"""Cases: the candidate's file, its conversation, and where both are kept."""
