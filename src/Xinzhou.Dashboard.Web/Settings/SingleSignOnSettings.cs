
namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>The provider of single sign-on (OpenID Connect).</summary>
/// <param name="Authority">Its address; https, or http on this machine.</param>
/// <param name="ClientId">How it knows this installation.</param>
/// <param name="ClientSecret">What proves that to it.</param>
/// <param name="Name">What people call it: 全市统一身份认证.</param>
public sealed record SingleSignOnSettings(Uri Authority, string ClientId, string ClientSecret, string Name);
