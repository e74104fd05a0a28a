# Stands in for the R package duckdb, which is on CRAN alone: the same calls of DBI, answered by the DuckDB shell.
library(DBI)
setClass("Shell", contains = "DBIDriver")
setClass("ShellConnection", contains = "DBIConnection", slots = c(file = "character"))
setMethod("dbConnect", "Shell", function(drv, dbdir, read_only, ...) {
  stopifnot(file.exists(dbdir), isTRUE(read_only))
  new("ShellConnection", file = dbdir)
})
setMethod("dbGetQuery", c("ShellConnection", "character"), function(conn, statement, ...) {
  lines <- system2(Sys.getenv("DUCKDB"), c("-readonly", "-csv", conn@file), input = statement, stdout = TRUE)
  stopifnot(is.null(attr(lines, "status")))
  read.csv(text = lines)
})
setMethod("dbDisconnect", "ShellConnection", function(conn, ...) invisible(TRUE))
