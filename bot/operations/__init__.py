"""What an operator watches: health, readiness, metrics, and logs that name no person."""
