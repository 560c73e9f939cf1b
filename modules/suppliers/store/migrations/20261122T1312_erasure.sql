-- What the data map says is erased, the application may erase: the contact person of a supplier, once their account goes.
grant update (contact_name, phone) on suppliers.supplier to :app_role;
