using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.EndToEnd.Tests.Running;

namespace SupervisorBot.EndToEnd.Tests.Faults.Rows;

/// <summary>The bot's clock jumps, as when a machine wakes up or its clock is set right. The time that passes goes on as before.</summary>
internal static class ClockRows
{
    private const string Step = "The bot's clock";

    private static readonly TimeSpan Hours = TimeSpan.FromHours(3);
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<FaultRow> All { get; } =
    [
        Row("three hours forward, before the press", static (_, clock) => clock.Jump(Hours), Traffic.Nothing, FaultEnd.Expired),
        Row("ten minutes back, before the press", static (_, clock) => clock.Jump(-Minutes), Traffic.Whole, FaultEnd.Done),
        Row("three hours forward, before the intercept is answered", static (scene, clock) => JumpLater(scene, clock, Hours), Traffic.Whole, FaultEnd.Done),
        Row("three hours back, before the press", static (_, clock) => clock.Jump(-Hours), Traffic.Whole, FaultEnd.Done, after: Hours),
        Row(
            "three hours forward, and a poll fails before the intercept is answered",
            static (scene, clock) => JumpLater(scene, clock, Hours, pollFails: true),
            Traffic.Whole,
            FaultEnd.Done),
        Row("ten minutes back, before the intercept is answered", static (scene, clock) => JumpLater(scene, clock, -Minutes), Traffic.Whole, FaultEnd.Done),
    ];

    private static FaultRow Row(string name, Func<FaultScene, JumpingClock, Action?> strike, Traffic gets, FaultEnd end, TimeSpan after = default)
    {
        var clock = new JumpingClock();
        return new FaultRow(Step, name, _ => Task.CompletedTask, gets, end)
        {
            Setting = () => Task.FromResult(new FaultSetting { Bot = bot => bot.Services.AddSingleton<TimeProvider>(clock) }),
            Mend = _ =>
            {
                clock.Jump(after);
                return Task.CompletedTask;
            },
            Play = async scene =>
            {
                await scene.ConfirmAsync();
                var later = strike(scene, clock);
                await scene.PressAsync();
                if (later is not null)
                {
                    await scene.ArrivedAsync("intercept");
                    later();
                }
            },
        };
    }

    /// <summary>The answer and the event of the intercept come late, and the jump comes before them.</summary>
    private static Action JumpLater(FaultScene scene, JumpingClock clock, TimeSpan by, bool pollFails = false)
    {
        scene.AtGateway(At.Intercept.This(At.Late));
        return () =>
        {
            clock.Jump(by);
            if (pollFails)
            {
                scene.AtGateway(At.Poll.This(At.Unavailable));
            }
        };
    }
}
