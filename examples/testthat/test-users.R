source("users.R")

test_that("every user is counted once", {
  expect_equal(sum(users_by_role()), 20)
})

test_that("the key belongs to an administrator", {
  expect_equal(call_connect("v1/user")$user_role, "administrator")
})

test_that("a response that is not a success is an R error with its status", {
  expect_error(call_connect("v1/users/11111111-1111-4111-8111-111111111111"), class = "httr2_http_404")
})
