using Microsoft.AspNetCore.Identity;
using QRCoder;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.Passkeys;
using Xinzhou.Dashboard.Web.Account.SecondFactor;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>One's own account: password, second factor, passkeys.</summary>
public sealed partial class AccountPage(
    SignInManager<User> signIn,
    NewPassword newPassword,
    SecondFactors factors,
    PasskeyKeeper keeper,
    IEnumerable<AccountPart> parts,
    Address address,
    IStringLocalizer<AccountPage> text,
    IStringLocalizer<RoleNames> roles,
    IStringLocalizer<AccountFaults> faults)
{
    private User? user;
    private IList<UserPasskeyInfo> passkeys = [];
    private AccountFault? fault;
    private bool done;
    private string? key;
    private IReadOnlyList<string>? recovery;

    [SupplyParameterFromForm(FormName = "password")]
    private PasswordForm? Form { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor-begin")]
    private BeginForm? Beginning { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor-end")]
    private PasswordForm? Ending { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor-confirm")]
    private CodeForm? Confirmation { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private IEnumerable<AccountPart> Parts => parts;

    private IStringLocalizer<AccountPage> Text => text;

    private IStringLocalizer<RoleNames> Roles => roles;

    private IStringLocalizer<AccountFaults> Faults => faults;

    private MarkupString QrCode
    {
        get
        {
            var issuer = Uri.EscapeDataString("忻州监测平台");
            using var data = QRCodeGenerator.GenerateQrCode(
                $"otpauth://totp/{issuer}:{Uri.EscapeDataString(user!.UserName!)}?secret={key}&issuer={issuer}&digits=6&period=30", QRCodeGenerator.ECCLevel.M);
            using var code = new SvgQRCode(data);
            return new(code.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
        }
    }

    protected override async Task OnInitializedAsync()
    {
        user = await signIn.UserManager.FindByIdAsync(CurrentUser.Of(Http!.User)!.Id.ToString());
        await ReadPasskeysAsync();
        // The form that confirms a key must be there to be sent. Whoever loads the page anew goes on where he was.
        if (user is { IsPersona: false, TwoFactorEnabled: false })
        {
            key = HttpMethods.IsPost(Http.Request.Method) ? await factors.KeyAsync(user) : await factors.BegunKeyAsync(user);
        }
    }

    private static string Spaced(string key) => string.Join(' ', key.Chunk(4).Select(c => new string(c)));

    private async Task ReadPasskeysAsync()
    {
        if (user is { IsPersona: false })
        {
            passkeys = await signIn.UserManager.GetPasskeysAsync(user);
        }
    }

    private async Task ChangePasswordAsync()
    {
        if (user is not { IsPersona: false })
        {
            return;
        }

        if (Form?.Password != Form?.Repeated)
        {
            fault = AccountFault.PasswordsDiffer;
            return;
        }

        (var changed, fault) = await newPassword.ChangeAsync(user.Id, Form?.Current ?? "", Form?.Password ?? "", Http!.RequestAborted);
        if (changed is not null)
        {
            await signIn.RefreshSignInAsync(changed);
            done = true;
        }
    }

    private async Task BeginSecondFactorAsync()
    {
        if (user is { IsPersona: false, TwoFactorEnabled: false })
        {
            key = await factors.BeginAsync(user, Beginning?.Anew == true, Http!.RequestAborted);
        }
    }

    private async Task ConfirmSecondFactorAsync()
    {
        if (user is not { IsPersona: false, TwoFactorEnabled: false })
        {
            return;
        }

        key = await factors.KeyAsync(user);
        recovery = key is null ? null : await factors.ConfirmAsync(user, Confirmation?.Clean ?? "", Http!.RequestAborted);
        fault = recovery is null ? AccountFault.CodeWrong : null;
        done = fault is null;
    }

    private async Task EndSecondFactorAsync()
    {
        if (user is not { TwoFactorEnabled: true })
        {
            return;
        }

        fault = await factors.EndAsync(user, Ending?.Current ?? "", Http!.RequestAborted);
        done = fault is null;
    }

    private async Task RemovePasskeyAsync(byte[] credential)
    {
        await keeper.RemoveAsync(user!, credential, Http!.RequestAborted);
        await signIn.RefreshSignInAsync(user!);
        done = true;
        await ReadPasskeysAsync();
    }
}
