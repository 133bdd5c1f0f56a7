using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults.Rows;

/// <summary>What goes wrong with the connection itself. It strikes everybody, so each row has a bot of its own.</summary>
internal static class ConnectionRows
{
    private const string Step = "The connection with the gateway";

    public static IReadOnlyList<FaultRow> All { get; } =
    [
        AtSignIn("certificate of an unknown authority", static scene => Serve(scene, ServedCertificate.UnknownAuthority)),
        AtSignIn("expired certificate", static scene => Serve(scene, ServedCertificate.Expired)),
        AtSignIn("certificate of another host", static scene => Serve(scene, ServedCertificate.OtherHost)),
        AtSignIn("nobody listens", static scene => Node(scene).DieAsync()),
        AtPress("certificate expires", static scene => Serve(scene, ServedCertificate.Expired)),
        AtPress("nobody listens any more", static scene => Node(scene).DieAsync()),
        AtPress("all connections are cut", static scene => Serve(scene, ServedCertificate.Usual)) with { Gets = Traffic.Whole, End = FaultEnd.Done },
    ];

    private static FaultRow AtSignIn(string name, Func<FaultScene, Task> strike) => new(Step, $"at the sign-in: {name}", strike, Traffic.Nothing, FaultEnd.NotSignedIn)
    {
        Setting = static () => Task.FromResult(new FaultSetting()),
        Play = static scene => scene.SignInInVainAsync(),
        Mend = MendAsync,
    };

    private static FaultRow AtPress(string name, Func<FaultScene, Task> strike) => new(Step, $"at the press: {name}", strike, Traffic.Nothing, FaultEnd.Unreachable)
    {
        Setting = static () => Task.FromResult(new FaultSetting()),
        Mend = MendAsync,
    };

    private static Task Serve(FaultScene scene, ServedCertificate certificate)
    {
        scene.Bot.Gateway.Serve(certificate);
        Node(scene).CutConnections();
        return Task.CompletedTask;
    }

    private static async Task MendAsync(FaultScene scene)
    {
        await Serve(scene, ServedCertificate.Usual);
        if (!Node(scene).IsUp)
        {
            await Node(scene).ReviveAsync(ChatSteps.Stop);
        }
    }

    private static GatewayNode Node(FaultScene scene) => scene.Bot.Gateway.Nodes[0];
}
