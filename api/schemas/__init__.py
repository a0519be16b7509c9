"""What every body and every answer holds: the single source of openapi.yaml."""
