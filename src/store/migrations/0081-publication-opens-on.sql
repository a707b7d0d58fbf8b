-- A page that was approved for a day to come: until that day it is absent from everything public.
alter table publication add column opens_on date;
