"""The recruiter to practise with: a hidden band, named mistakes, a scorecard."""
