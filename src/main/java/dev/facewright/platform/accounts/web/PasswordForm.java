package dev.facewright.platform.accounts.web;

import dev.facewright.platform.accounts.NewAccount;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// A person's own change of password.
record PasswordForm(
        @NotBlank @Size(max = NewAccount.MAX_PASSWORD) String current,

        @NotNull @Size(min = NewAccount.MIN_PASSWORD, max = NewAccount.MAX_PASSWORD)
        String password,

        @NotNull String repeat) {
    static final PasswordForm EMPTY = new PasswordForm("", "", "");

    boolean repeated() {
        return password != null && password.equals(repeat);
    }

    @Override
    public String toString() {
        return "PasswordForm[...]";
    }
}
