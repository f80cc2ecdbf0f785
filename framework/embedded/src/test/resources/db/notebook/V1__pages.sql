create table notebook_page (case_id varchar(36) primary key);
