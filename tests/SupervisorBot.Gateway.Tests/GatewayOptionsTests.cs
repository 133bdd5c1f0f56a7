using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupervisorBot.Gateway.Push;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests;

public sealed class GatewayOptionsTests
{
    private const string Address = "https://gateway.example.com:8043/agentgateway/resource/";

    [Theory]
    [InlineData(Address)]
    [InlineData("https://10.1.2.3:8043/agentgateway/resource")]
    [InlineData("https://nslb.example.com:8043/cluster1/agentgateway/resource/")]
    public void A_base_address_in_any_documented_form_is_accepted(string address) => Assert.Empty(Failures(("BaseAddress", address)));

    [Theory]
    [InlineData("BaseAddress", "", "Gateway:BaseAddress")]
    [InlineData("BaseAddress", "http://gateway.example.com:8000/agentgateway/resource/", "Gateway:BaseAddress")]
    [InlineData("BaseAddress", "https://gateway.example.com:8043/", "Gateway:BaseAddress")]
    [InlineData("BaseAddress", "https://user@gateway.example.com:8043/agentgateway/resource/", "Gateway:BaseAddress")]
    [InlineData("BaseAddress", "agentgateway/resource/", "Gateway:BaseAddress")]
    [InlineData("TrustedCertificates", "/no/such/file.pem", "Gateway:TrustedCertificates")]
    [InlineData("RequestTimeout", "00:00:00", "Gateway:RequestTimeout")]
    [InlineData("InterceptTimeout", "00:02:00", "Gateway:InterceptTimeout")]
    [InlineData("PollTimeout", "00:00:10", "Gateway:PollTimeout")]
    [InlineData("ConnectTimeout", "00:01:00", "Gateway:ConnectTimeout")]
    [InlineData("PollPauseMinimum", "00:00:01", "Gateway:PollPauseMaximum")]
    [InlineData("PollPauseMaximum", "00:01:00", "Gateway:PollPauseMaximum")]
    [InlineData("GuidMaximumAge", "00:02:00", "Gateway:GuidMaximumAge")]
    [InlineData("ReadRetries", "6", "Gateway:ReadRetries")]
    [InlineData("RosterConcurrency", "0", "Gateway:RosterConcurrency")]
    [InlineData("ResetSkills:0", "1;2", "Gateway:ResetSkills")]
    [InlineData("BackupBaseAddress", "http://gateway2.example.com:8000/agentgateway/resource/", "Gateway:BackupBaseAddress")]
    [InlineData("BackupBaseAddress", "https://gateway2.example.com:8043/", "Gateway:BackupBaseAddress")]
    [InlineData("BackupBaseAddress", "https://gateway.example.com:8043/agentgateway/resource", "Gateway:BackupBaseAddress")]
    [InlineData("FailoverAfter", "0", "Gateway:FailoverAfter")]
    [InlineData("CircuitFailures", "0", "Gateway:CircuitFailures")]
    [InlineData("CircuitWindow", "00:00:00", "Gateway:CircuitWindow")]
    [InlineData("CircuitOpenTime", "00:00:11", "Gateway:CircuitOpenTime")]
    [InlineData("MaximumConcurrentRequests", "1", "Gateway:MaximumConcurrentRequests")]
    [InlineData("MaximumConcurrentPolls", "0", "Gateway:MaximumConcurrentPolls")]
    [InlineData("MaximumWaitingRequests", "-1", "Gateway:MaximumWaitingRequests")]
    [InlineData("MaximumRequestWait", "00:01:00", "Gateway:MaximumRequestWait")]
    [InlineData("EventDelivery", "7", "Gateway:EventDelivery")]
    [InlineData("EventDelivery", "Push", "Gateway:CallbackBaseAddress")]
    [InlineData("CallbackBaseAddress", "http://bot.example.com/", "Gateway:CallbackBaseAddress")]
    [InlineData("CallbackBaseAddress", "https://bot.example.com/?to=here", "Gateway:CallbackBaseAddress")]
    [InlineData("HandshakeInterval", "00:01:01", "Gateway:HandshakeInterval")]
    public void A_wrong_setting_is_named_with_an_example(string setting, string value, string named)
    {
        var failure = Assert.Single(Failures((setting, value)));

        Assert.Contains(named + " ", failure, StringComparison.Ordinal);
        Assert.Contains("Example: ", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_address_leaves_room_for_the_longest_callback_under_it()
    {
        const string Host = "https://bot.example.com/";
        var room = PushTarget.LongestCallback - PushSecret.LongestCallbackUnder(new Uri(Host));

        Assert.InRange(room, 80, 200);
        Assert.Empty(Failures(("EventDelivery", "Push"), ("CallbackBaseAddress", Host + new string('a', room - 1))));
        Assert.Contains("too long", Assert.Single(Failures(("CallbackBaseAddress", Host + new string('a', room)))), StringComparison.Ordinal);
    }

    [Fact]
    public void All_and_a_skill_contradict_each_other() =>
        Assert.Contains("Gateway:ResetSkills", Assert.Single(Failures(("ResetSkills:0", "all"), ("ResetSkills:1", "12"))), StringComparison.Ordinal);

    [Fact]
    public void A_file_without_a_certificate_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "nothing");
            Assert.Contains("Gateway:TrustedCertificates", Assert.Single(Failures(("TrustedCertificates", file))), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Several_wrong_settings_are_all_named() => Assert.Equal(3, Failures(("BaseAddress", ""), ("ReadRetries", "9"), ("PollTimeout", "0")).Count);

    private static List<string> Failures(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Gateway:BaseAddress", (string?)Address), KeyValuePair.Create("Gateway:TrustedCertificates", (string?)TestAuthority.PemFile)])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Gateway:" + setting.Name, (string?)setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddGateway(configuration).BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<GatewayOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }
}
