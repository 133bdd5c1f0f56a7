using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SupervisorBot.BotBuilder.Hosting;
using SupervisorBot.Hosting;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.BotBuilder.Tests.Hosting;

/// <summary>Settings of the default host that the SDK does not know keep this host from starting.</summary>
public sealed class SdkSettingsCheckTests
{
    [Theory]
    [InlineData("MicrosoftAppFederatedTokenFile", "/etc/hostname")]
    [InlineData("MicrosoftAppManagedIdentityClientId", "33333333-3333-4333-8333-333333333333")]
    [InlineData("BotFramework:Issuer", "https://issuer.example")]
    [InlineData("BotFramework:Cloud", "China")]
    public async Task A_setting_that_would_be_passed_over_is_named(string name, string value)
    {
        var all = LeastSettings.All();
        all["MicrosoftAppId"] = "22222222-2222-4222-8222-222222222222";
        all["Teams:AllowedTenants:0"] = "11111111-1111-4111-8111-111111111111";
        all["MicrosoftAppPassword"] = name.StartsWith("MicrosoftApp", StringComparison.Ordinal) ? null : "only a test";
        all[name] = value;
        await using var app = BotHost.Build(
            ["--environment=Production", "--urls=http://127.0.0.1:0"], new BotBuilderEdge(), builder => builder.Configuration.AddInMemoryCollection(all));

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync(TestContext.Current.CancellationToken));

        var sentences = refused is AggregateException several
            ? several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(one => one.Failures)
            : Assert.IsType<OptionsValidationException>(refused).Failures;
        Assert.Contains(sentences, sentence => sentence.StartsWith(name, StringComparison.Ordinal) && sentence.Contains("Bot Framework SDK", StringComparison.Ordinal));
    }
}
