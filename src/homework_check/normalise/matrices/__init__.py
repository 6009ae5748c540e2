"""The matrix layouts: subjects, days or classes across, and an entry in every box."""
