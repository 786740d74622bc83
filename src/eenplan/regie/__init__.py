"""The room `regie`: coordination: rules, handover, scaling, aftercare, pilot-light contacts, exceptions."""
