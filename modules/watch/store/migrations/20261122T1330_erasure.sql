-- What the data map says is erased, the application may erase: refusals of a person whose account goes, once the six months of the log are over.
grant delete on watch.refusal to :app_role;
