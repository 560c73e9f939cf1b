-- What the data map says is erased, the application may erase: what a person read, once their account goes.
grant delete on notifications.read_one to :app_role;
