using Microsoft.AspNetCore.Identity;
using QRCoder;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.Confirmation;
using Xinzhou.Dashboard.Web.Account.Passkeys;
using Xinzhou.Dashboard.Web.Account.SecondFactor;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// One's own account: password, second factor, passkeys, sessions. Whoever has to set something of it up before anything else has
/// nothing but that before him.
/// </summary>
public sealed partial class AccountPage(
    SignInManager<User> signIn,
    NewPassword newPassword,
    SecondFactors factors,
    PasskeyKeeper keeper,
    IEnumerable<AccountPart> parts,
    Sessions sessions,
    DashboardContext access,
    DashboardSettings settings,
    NavigationManager navigation,
    Address address,
    IStringLocalizer<AccountPage> text,
    IStringLocalizer<RoleNames> roles,
    IStringLocalizer<AccountFaults> faults)
{
    private User? user;
    private IList<UserPasskeyInfo> passkeys = [];
    private IReadOnlyDictionary<string, DateTimeOffset> uses = new Dictionary<string, DateTimeOffset>();
    private AccountDuty? duty;
    private bool wasDuty;
    private AccountFault? fault;
    private bool done;
    private string? key;
    private IReadOnlyList<string>? recovery;

    [SupplyParameterFromForm(FormName = "password")]
    private PasswordForm? Form { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor-begin")]
    private BeginForm? Beginning { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor-confirm")]
    private CodeForm? Confirmation { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private IEnumerable<AccountPart> Parts => parts;

    private IStringLocalizer<AccountPage> Text => text;

    private IStringLocalizer<RoleNames> Roles => roles;

    private IStringLocalizer<AccountFaults> Faults => faults;

    private bool MustHaveSecondFactor => settings.SecondFactorRoles.Contains(user!.Role);

    /// <summary>Who is known by a passkey and has to have a second factor is not to be replaced by whoever has his password.</summary>
    private bool NeedsPasskey => duty == AccountDuty.SecondFactor && passkeys.Count > 0;

    /// <summary>Where he proves anew that it is he, and comes back from.</summary>
    private string Confirm => address.To(IdentityConfirmation.Path, (IdentityConfirmation.ReturnName, address.To("/account")));

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
        var found = await signIn.UserManager.FindByIdAsync(CurrentUser.Of(Http!.User)!.Id.ToString());
        duty = await sessions.DutyOfAsync(Http.User, Http.RequestAborted);
        await ReadPasskeysAsync(found);
        // The form that confirms a key must be there to be sent. Whoever loads the page anew goes on where he was.
        if (found is { IsPersona: false, TwoFactorEnabled: false } && !NeedsPasskey)
        {
            key = HttpMethods.IsPost(Http.Request.Method) ? await factors.KeyAsync(found) : await factors.BegunKeyAsync(found);
        }

        // Nothing is drawn before all of it is known: parts of the page ask by themselves.
        user = found;
    }

    private static string Spaced(string key) => string.Join(' ', key.Chunk(4).Select(c => new string(c)));

    private async Task ReadPasskeysAsync(User? whose)
    {
        if (whose is { IsPersona: false })
        {
            passkeys = await signIn.UserManager.GetPasskeysAsync(whose);
            uses = await access.PasskeyUsesAsync(whose.Id, Http!.RequestAborted);
        }
    }

    private async Task ChangePasswordAsync()
    {
        if (user is not { IsPersona: false })
        {
            return;
        }

        if (Form?.EndPasskeys == true && !await MayAddAsync())
        {
            return;
        }

        if (Form?.Password != Form?.Repeated)
        {
            fault = AccountFault.PasswordsDiffer;
            return;
        }

        (var changed, fault) = await newPassword.ChangeAsync(
            user.Id, Form?.Current ?? "", Form?.Password ?? "", Form?.EndPasskeys == true, Http!.RequestAborted);
        if (changed is not null)
        {
            await signIn.RefreshSignInAsync(changed);
            await ReadPasskeysAsync(user);
            Done();
        }
    }

    private async Task BeginSecondFactorAsync()
    {
        if (user is { IsPersona: false, TwoFactorEnabled: false } && await MayAddAsync())
        {
            key = await factors.BeginAsync(user, Beginning?.Anew == true, Http!.RequestAborted);
        }
    }

    private async Task ConfirmSecondFactorAsync()
    {
        if (user is not { IsPersona: false, TwoFactorEnabled: false } || !await MayAddAsync())
        {
            return;
        }

        key = await factors.KeyAsync(user);
        recovery = key is null ? null : await factors.ConfirmAsync(user, Confirmation?.Clean ?? "", Http!.RequestAborted);
        fault = recovery is null ? AccountFault.CodeWrong : null;
        if (fault is null)
        {
            Done();
        }
    }

    private async Task EndSecondFactorAsync()
    {
        if (user is not { TwoFactorEnabled: true } || MustHaveSecondFactor || !await IsFreshAsync())
        {
            return;
        }

        await factors.EndAsync(user, Http!.RequestAborted);
        Done();
    }

    private async Task RemovePasskeyAsync(byte[] credential)
    {
        if (!await MayAddAsync())
        {
            return;
        }

        await keeper.RemoveAsync(user!, credential, Http!.RequestAborted);
        await signIn.RefreshSignInAsync(user!);
        Done();
        await ReadPasskeysAsync(user);
    }

    private void Done()
    {
        // What had to be done first is done: the rest of the page is his.
        (done, wasDuty, duty) = (true, duty is not null, null);
    }

    /// <summary>Whether he may set up another means of signing in, or end one.</summary>
    private async Task<bool> MayAddAsync()
    {
        if (!await IsFreshAsync()) return false;
        if (!NeedsPasskey) return true;
        fault = AccountFault.PasskeyNeeded;
        return false;
    }

    /// <summary>Whether he has proved a short while ago that it is he; else he is asked to, and comes back.</summary>
    private async Task<bool> IsFreshAsync()
    {
        if (await sessions.IsFreshAsync(Http!.User, Http.RequestAborted))
        {
            return true;
        }

        navigation.NavigateTo(Confirm);
        return false;
    }
}
