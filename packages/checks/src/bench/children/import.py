"""Creates users one after another, as a script of an administrator does. Usage: import.py URL KEY COUNT. Prints seconds."""

import http.client
import json
import sys
import time
import urllib.parse

url, key, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
headers = {"Authorization": f"Key {key}"}

try:
    import requests

    session = requests.Session()
    session.headers.update(headers)

    def create(user):
        response = session.post(f"{url}/__api__/v1/users", json=user)
        response.raise_for_status()
        return response.json()

except ImportError:
    # Less than requests does, so it is faster.
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)

    def create(user):
        body = json.dumps(user)
        connection.request("POST", "/__api__/v1/users", body, {**headers, "Content-Type": "application/json"})
        response = connection.getresponse()
        text = response.read()
        if response.status != 200:
            raise SystemExit(text)
        return json.loads(text)


start = time.perf_counter()
for number in range(count):
    create(
        {
            "username": f"new{number}",
            "email": f"new{number}@example.com",
            "user_role": "viewer",
            "user_must_set_password": True,
        }
    )
print(time.perf_counter() - start)
