document.title = 'here';
