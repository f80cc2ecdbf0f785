-- H2 shows texts out of JSON in their quotation marks.
update core_case set words = lower(number || chr(10)
  || trim(both '"' from cast((report format json)."address" as varchar)) || chr(10)
  || trim(both '"' from cast((report format json)."summary"."zh" as varchar)) || chr(10)
  || trim(both '"' from cast((report format json)."summary"."en" as varchar)))
  where words = '';
