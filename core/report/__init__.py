"""Reports: the project as one HTML page, the ledger of proposals, charts, colours."""
