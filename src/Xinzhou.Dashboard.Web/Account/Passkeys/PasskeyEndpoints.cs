using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Web.Account.Confirmation;
using Xinzhou.Dashboard.Web.Account.Limits;

namespace Xinzhou.Dashboard.Web.Account.Passkeys;

/// <summary>What the browser asks for when a passkey is made or used (WebAuthn); <c>wwwroot/js/passkey.js</c> is the other side.</summary>
public static class PasskeyEndpoints
{
    public const string CreationPath = "/account/passkey/creation";

    public const string AddPath = "/account/passkey/add";

    public const string RequestPath = "/account/passkey/request";

    public const string SignInPath = "/account/passkey/sign-in";

    private const int MaxNameLength = 60;

    internal static void Map(IEndpointRouteBuilder app)
    {
        GenuineForm.Before(app.MapPost(CreationPath, CreationAsync).WithMetadata(new RequiresAttribute(Right.Read)));
        GenuineForm.Before(app.MapPost(AddPath, AddAsync).WithMetadata(new RequiresAttribute(Right.Read)));
        GenuineForm.Before(app.MapPost(RequestPath, RequestAsync).AllowAnonymous().WithMetadata(new CostlyAttribute(Cost.SignIn)));
        GenuineForm.Before(app.MapPost(SignInPath, SignInAsync).AllowAnonymous().WithMetadata(new CostlyAttribute(Cost.SignIn)));
    }

    private static async Task<IResult> CreationAsync(HttpContext context, SignInManager<User> signIn, Sessions sessions)
    {
        // A session that somebody has left open is not to make a way in that outlasts it.
        if (!await sessions.IsFreshAsync(context.User, context.RequestAborted)
            || await signIn.UserManager.FindByIdAsync(CurrentUser.Of(context.User)!.Id.ToString()) is not { IsPersona: false } user
            || !await MayAddAsync(context, user, signIn, sessions))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var options = await signIn.MakePasskeyCreationOptionsAsync(new() { Id = user.Id.ToString(), Name = user.UserName!, DisplayName = user.DisplayName });
        return Results.Content(options, "application/json");
    }

    private static async Task<IResult> AddAsync(
        HttpContext context, [FromForm] string credential, [FromForm] string? name, SignInManager<User> signIn, Sessions sessions, PasskeyKeeper keeper)
    {
        if (!await sessions.IsFreshAsync(context.User, context.RequestAborted))
        {
            return Results.LocalRedirect($"{IdentityConfirmation.Path}{QueryString.Create(IdentityConfirmation.ReturnName, "/account")}");
        }

        if (await signIn.UserManager.FindByIdAsync(CurrentUser.Of(context.User)!.Id.ToString()) is { IsPersona: false } user
            && await MayAddAsync(context, user, signIn, sessions)
            && await UnderwayAsync(() => signIn.PerformPasskeyAttestationAsync(credential)) is { Succeeded: true } made
            && made.UserEntity.Id == user.Id.ToString())
        {
            made.Passkey.Name = NameOf(name);
            await keeper.AddAsync(user, made.Passkey, context.RequestAborted);
        }

        return Results.LocalRedirect("/account");
    }

    /// <summary>Not where he has a passkey already, has to have a second factor, and has signed in by his password alone.</summary>
    private static async Task<bool> MayAddAsync(HttpContext context, User user, SignInManager<User> signIn, Sessions sessions) =>
        await sessions.DutyOfAsync(context.User, context.RequestAborted) != AccountDuty.SecondFactor || (await signIn.UserManager.GetPasskeysAsync(user)).Count == 0;

    private static async Task<IResult> RequestAsync(SignInManager<User> signIn) =>
        // Without a name: the device offers the passkeys that it has, and nobody learns which names exist.
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        [FromForm] string credential,
        [FromForm] string? returnUrl,
        SignInManager<User> signIn,
        DashboardContext access,
        SignInLimits limits,
        TimeProvider time)
    {
        if (limits.Passkeys.Take(ClientAddress.Of(context)) is { } early)
        {
            SignInLimits.Refuse(context, early);
            context.Request.Method = HttpMethods.Get;
            return Results.Empty;
        }

        await using var transaction = await access.Database.BeginTransactionAsync(context.RequestAborted);
        var asserted = await UnderwayAsync(() => signIn.PerformPasskeyAssertionAsync(credential));
        var user = asserted is { Succeeded: true } ? asserted.User : null;
        var now = time.GetUtcNow();
        // Also whoever is locked because others tried his password. What the device has signed serves once.
        var allowed = user is not null && await signIn.CanSignInAsync(user)
            && await access.SpendAsync(NumberOf(credential), now, context.RequestAborted);
        if (allowed)
        {
            // The counter of the device has moved on.
            await signIn.UserManager.AddOrUpdatePasskeyAsync(user!, asserted!.Passkey!);
            await access.MarkPasskeyUsedAsync(asserted.Passkey!.CredentialId, now, context.RequestAborted);
            user!.LastSeenAt = now;
            await signIn.UserManager.UpdateAsync(user);
            // First the session, then the event, which names it.
            await signIn.SignInAsync(user, isPersistent: false, SignInRules.PasskeyMethod);
        }

        await access.AuditAsync(
            now, user?.UserName ?? "unknown", allowed ? "sign-in" : "sign-in.failed", user, new { by = "passkey" }, context.RequestAborted);
        await transaction.CommitAsync(context.RequestAborted);
        if (!allowed)
        {
            return Results.LocalRedirect($"{AccountSetup.SignInPath}?done=refused");
        }

        return Results.LocalRedirect(Duties.AfterSignIn(returnUrl, user!.Role, context.Request.PathBase));
    }

    /// <summary>A number for what was signed: the question that was put to the device is part of it.</summary>
    internal static Guid NumberOf(string credential)
    {
        using var signed = JsonDocument.Parse(credential);
        var client = signed.RootElement.GetProperty("response").GetProperty("clientDataJSON").GetString();
        return new(SHA256.HashData(Base64Url.DecodeFromChars(client)).AsSpan(0, 16));
    }

    /// <summary>What somebody calls his passkey, cut where it is too long, but not through a character; null for nothing.</summary>
    private static string? NameOf(string? typed) => PlainText.Entered(typed) switch
    {
        { Length: > MaxNameLength } name => name[..(char.IsHighSurrogate(name[MaxNameLength - 1]) ? MaxNameLength - 1 : MaxNameLength)],
        var name => name,
    };

    /// <summary>What the browser answered to a question of ours; null when it was asked none, or too long ago, or when it is no answer at all.</summary>
    internal static async Task<T?> UnderwayAsync<T>(Func<Task<T>> perform)
        where T : class
    {
        try
        {
            return await perform();
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
