using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.SignInPage;

/// <summary>A password is typed under the bot's public address: it has to be https. In Development http will do on loopback, which does not leave the machine.</summary>
internal sealed class PublicAddressCheck(IHostEnvironment environment) : IValidateOptions<PublicAddressOptions>
{
    private const string Name = $"{PublicAddressOptions.SectionName}:{nameof(PublicAddressOptions.PublicAddress)}";

    public ValidateOptionsResult Validate(string? name, PublicAddressOptions options) => options.PublicAddress switch
    {
        null => ValidateOptionsResult.Success,
        { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" } address when IsAllowed(address) => ValidateOptionsResult.Success,
        _ => ValidateOptionsResult.Fail(
            $"{Name} must be an https address without user, query and fragment (in Development also http on loopback). Example: {Name}=https://bot.example.com/"),
    };

    private bool IsAllowed(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && environment.IsDevelopment());
}
