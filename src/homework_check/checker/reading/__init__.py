"""What has to be told of the reading of logs, as findings."""
