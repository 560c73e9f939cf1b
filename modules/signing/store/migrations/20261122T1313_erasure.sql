-- What the data map says is erased, the application may erase: the copy of a demonstration person's key.
grant delete on signing.demonstration_copy to :app_role;
