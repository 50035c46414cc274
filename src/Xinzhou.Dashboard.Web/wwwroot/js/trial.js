// A trial is sent as soon as a field of it is left with another value; without this the button sends it.
customElements.define("x-trial", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", event => {
      const form = event.target.form;
      // Another target comes with its own value and year.
      if (event.target.name === "target") for (const name of ["value", "year"]) form.elements[name].value = "";
      if (form.checkValidity()) form.requestSubmit();
    });
    // What is left open does not lengthen the address.
    this.addEventListener("formdata", event => {
      for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
    });
  }
});
