import 'inner';
