"""The municipality's own rules as dated, typed configuration."""
