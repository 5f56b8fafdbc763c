from report import call, users_by_role


def test_counts_every_user_once():
    assert sum(users_by_role().values()) == 20


def test_the_key_belongs_to_an_administrator():
    assert call("/v1/user")["user_role"] == "administrator"
