-- Where the case of a review or an order lies, to list by.

alter table core_review add column if not exists area varchar(64);
update core_review set area = (select c.area from core_case c where c.id = core_review.case_id)
  where area is null;

alter table core_order add column if not exists area varchar(64);
update core_order set area = (select c.area from core_case c where c.id = core_order.case_id)
  where area is null;
