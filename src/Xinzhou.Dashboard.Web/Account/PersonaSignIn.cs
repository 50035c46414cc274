using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Signs a persona in by one click. Mapped in Development only, and answered to this machine only.
/// </summary>
internal static class PersonaSignIn
{
    public const string Path = "/account/persona";

    public static void Map(IEndpointRouteBuilder app) => GenuineForm.Before(app.MapPost(Path, SignInAsync).AllowAnonymous());

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        [FromForm] string name,
        [FromForm] string? returnUrl,
        SignInManager<User> signIn,
        DashboardContext access,
        TimeProvider time)
    {
        if (context.Connection.RemoteIpAddress is not { } peer || !IPAddress.IsLoopback(peer))
        {
            return Results.NotFound();
        }

        await using var transaction = await access.Database.BeginTransactionAsync(context.RequestAborted);
        if (await signIn.UserManager.FindByNameAsync(name) is not { IsPersona: true, DisabledAt: null } persona)
        {
            return Results.NotFound();
        }

        // Departments come with the data of an installation; the reporter acts for the first.
        if (persona is { Role: Role.Reporter, DepartmentCode: null })
        {
            persona.DepartmentCode = await access.FirstDepartmentAsync(context.RequestAborted);
        }

        persona.LastSeenAt = time.GetUtcNow();
        await signIn.UserManager.UpdateAsync(persona);
        await access.AuditAsync(time.GetUtcNow(), persona.UserName!, "sign-in", persona, new { by = "persona" }, context.RequestAborted);
        await transaction.CommitAsync(context.RequestAborted);
        await signIn.SignInAsync(persona, isPersistent: false);
        return Results.LocalRedirect(Duties.AfterSignIn(returnUrl, persona.Role, context.Request.PathBase));
    }
}
