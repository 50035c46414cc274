using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Web.Account.Signing;

/// <summary>A page on which something is signed with a fresh second factor: it reads what <see cref="SignaturePanel"/> sends.</summary>
public abstract class SigningPage : ComponentBase
{
    /// <summary>What was sent with a code; null where nothing was.</summary>
    [SupplyParameterFromForm(FormName = "sign-code")]
    protected SignatureForm? ByCode { get; set; }

    /// <summary>What was sent with a passkey; null where nothing was.</summary>
    [SupplyParameterFromForm(FormName = "sign-passkey")]
    protected SignatureForm? ByPasskey { get; set; }

    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext? Http { get; set; }

    /// <summary>Signs with the code that was sent.</summary>
    protected Task SignByCodeAsync() => SignAsync(ByCode, SignatureFactor.Code);

    /// <summary>Signs with the passkey that was sent.</summary>
    protected Task SignByPasskeyAsync() => SignAsync(ByPasskey, SignatureFactor.Passkey);

    /// <summary>Signs, once it is proved that it is he.</summary>
    /// <param name="form">What was sent; null where nothing was.</param>
    /// <param name="factor">By what it is to be proved.</param>
    protected abstract Task SignAsync(SignatureForm? form, SignatureFactor factor);
}
