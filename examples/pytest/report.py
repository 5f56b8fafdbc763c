"""Counts the users of a Connect server by role."""

import json
import os
import urllib.request


def call(path):
    """Returns the response of an endpoint of the server in the environment."""
    request = urllib.request.Request(
        os.environ["CONNECT_SERVER"] + "/__api__" + path,
        headers={"Authorization": "Key " + os.environ["CONNECT_API_KEY"]},
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def users_by_role():
    """Returns the number of users of each role."""
    counts = {}
    page = 1
    while True:
        users = call(f"/v1/users?page_size=500&page_number={page}")["results"]
        if not users:
            return counts
        for user in users:
            counts[user["user_role"]] = counts.get(user["user_role"], 0) + 1
        page += 1
