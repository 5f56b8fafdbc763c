# Counts the users of a Connect server by role. Connect's R client, connectapi, reads the same two variables.

#' Returns the response of an endpoint of the server in the environment.
call_connect <- function(path, ...) {
  httr2::request(Sys.getenv("CONNECT_SERVER")) |>
    httr2::req_url_path_append("__api__", path) |>
    httr2::req_url_query(...) |>
    httr2::req_headers(Authorization = paste("Key", Sys.getenv("CONNECT_API_KEY"))) |>
    httr2::req_perform() |>
    httr2::resp_body_json()
}

#' Returns the number of users of each role.
users_by_role <- function() {
  roles <- character()
  page <- 1
  repeat {
    users <- call_connect("v1/users", page_size = 500, page_number = page)$results
    if (length(users) == 0) return(table(roles))
    roles <- c(roles, vapply(users, \(user) user$user_role, ""))
    page <- page + 1
  }
}
