library(testthat)

read_users <- function() {
  address <- paste0(Sys.getenv("CONNECT_SERVER"), "/__api__/v1/users")
  connection <- url(address, headers = c(Authorization = paste("Key", Sys.getenv("CONNECT_API_KEY"))))
  on.exit(close(connection))
  paste(readLines(connection, warn = FALSE), collapse = "")
}

test_that("all users are listed", {
  expect_match(read_users(), '"total":20')
})
